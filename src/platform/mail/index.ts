export { createMail, type Mail, type MailOptions } from './mail.ts';
export type { MailMessage } from './message.ts';
