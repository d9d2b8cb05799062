export {
  type PasskeyOwner,
  type PasskeyRefused,
  type PasskeySite,
  verifyPasskey,
  verifyPasskeyRegistration,
} from './ceremony.ts';
export { offerPasskeyFactor, offerPasskeyRegistration, offerPasskeySignIn } from './offers.ts';
export { passkeyInsert, passkeyList, passkeyRemove, passkeyRename, passkeysRemove, passkeyUse } from './store.ts';
export {
  type PasskeyAnswer,
  passkeyAnswer,
  passkeyOffer,
  registrationAnswer,
  type RegistrationAnswer,
  registrationOffer,
} from './wire.ts';
