/** What somebody is told of without having asked: changes of an account by which others could get in. */
export type AccountNotice =
  | 'password_changed'
  | 'email_changed'
  | 'factor_added'
  | 'factor_removed'
  | 'recovery_codes_renewed'
  | 'recovery_code_used'
  | 'passkey_blocked';

export type NoticeKind = AccountNotice | 'tenant_entered' | 'key_exposed';

export interface NoticeText {
  readonly subject: string;
  readonly text: string;
}

interface About {
  readonly organization: string;
  readonly at: Date;
  readonly publicUrl: string;
}

const NEWS: Readonly<Record<AccountNotice, { readonly subject: string; readonly happened: string }>> = {
  password_changed: { subject: 'Your password was changed', happened: 'The password of your account was changed.' },
  email_changed: {
    subject: 'Your account has another address',
    happened: 'Your account was given another e-mail address. Mails about it go there from now on.',
  },
  factor_added: {
    subject: 'A second factor was set up',
    happened: 'A second factor was set up for your account: an authenticator app or a passkey.',
  },
  factor_removed: {
    subject: 'A second factor was taken away',
    happened: 'A second factor of your account was taken away: an authenticator app, a passkey, or all of them.',
  },
  recovery_codes_renewed: {
    subject: 'You have new recovery codes',
    happened: 'New recovery codes were made for your account. The old ones open nothing any more.',
  },
  recovery_code_used: {
    subject: 'A recovery code was used',
    happened: 'Somebody, hopefully you, used one of your recovery codes instead of a second factor.',
  },
  passkey_blocked: {
    subject: 'One of your passkeys was blocked',
    happened:
      'A passkey of yours was shown with a counter that had gone back. That happens when somebody has a copy of it,\n' +
      'so it opens nothing any more. Sign in another way, take it away, and set up a new one.',
  },
};

/** The mail about a change of an account. It holds no link that signs anybody in. */
export function accountNoticeText(kind: AccountNotice, { organization, at, publicUrl }: About): NoticeText {
  const { subject, happened } = NEWS[kind];
  return {
    subject,
    text:
      `${happened}\n\nOrganisation: ${oneLine(organization)}\nWhen: ${at.toISOString()}\nWhere: ${publicUrl}\n\n` +
      'If this was you, there is nothing to do. If not, ask the owner of your organisation at once to switch your\n' +
      'account off, and choose a new password afterwards.\n',
  };
}

/** The mail about somebody of the installation who entered a tenant. */
export function entryNoticeText(entry: {
  readonly organization: string;
  readonly guest: string;
  readonly expiresAt: Date;
  readonly leadId: string | null;
}): NoticeText {
  const { organization, guest, expiresAt, leadId } = entry;
  return {
    subject: 'Somebody of the installation looks into your account',
    text:
      `${guest}, who runs the installation, entered ${oneLine(organization)} until ${expiresAt.toISOString()},\n` +
      'only to read. ' +
      (leadId
        ? `One lead is open to this person, with its personal data: ${leadId}.\n`
        : 'No lead and no personal data is open to this person.\n') +
      '\nThe reason, and all that is looked at, stand in your audit trail. Review it under access grants,\n' +
      'where you can also end this at once.\n',
  };
}

/** The mail to whoever rules a tenant, about one of its keys that was sent in the clear. */
export function exposedKeyText(key: {
  readonly organization: string;
  readonly keyId: string;
  readonly isRevoked: boolean;
  readonly at: Date;
  readonly publicUrl: string;
}): NoticeText {
  const { organization, keyId, isRevoked, at, publicUrl } = key;
  return {
    subject: 'An API key of your organisation was sent without encryption',
    text:
      `A request to the unencrypted port carried the API key with the id ${keyId}.\n` +
      `It crossed the network in the clear, so others may have read it.\n\n` +
      `Organisation: ${oneLine(organization)}\nWhen: ${at.toISOString()}\n\n` +
      (isRevoked
        ? 'It opens nothing any more, nor do the keys of its kind that were made with it. Make a new one,\n'
        : 'It still works. Replace it soon, revoke it then,\n') +
      `and see that requests are sent to ${publicUrl} only.\n`,
  };
}

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
