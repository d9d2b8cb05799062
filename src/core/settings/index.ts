export { plainHost } from './domain/host-name.ts';
export { settingFaults } from './save-settings.ts';
export { type SignupSettings, signupSettings } from './signup-settings.ts';
export { hostName, httpsUrl } from './wire.ts';
