import type { CDPSession, Page } from 'playwright-core';

/** A credential inside of an authenticator; bytes are base64. */
export interface HeldCredential {
  readonly credentialId: string;
  readonly privateKey: string;
  readonly rpId?: string;
  readonly userHandle?: string;
  readonly signCount: number;
}

/** An authenticator that a page may use as if it were built into the computer, with somebody there who agrees. */
export interface VirtualAuthenticator {
  /** Its credentials with their private keys, as a thief would copy them. */
  credentials(): Promise<HeldCredential[]>;
  /** Sets the counter of its credential back, or forth. */
  setSignCount(credentialId: string, signCount: number): Promise<void>;
  /** Whether the person can show who they are. */
  setUserVerified(isUserVerified: boolean): Promise<void>;
  /** Takes it away from the page. */
  remove(): Promise<void>;
}

/** Gives the page an authenticator, by Chromium's own protocol. */
export async function addVirtualAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const credentials = () => credentialsOf(session, authenticatorId);
  return {
    credentials,
    async setSignCount(credentialId, signCount) {
      const held = (await credentials()).find((credential) => credential.credentialId === credentialId);
      if (!held) throw new Error('the authenticator holds no such credential');
      await session.send('WebAuthn.removeCredential', { authenticatorId, credentialId });
      const credential = { ...held, isResidentCredential: true, signCount };
      await session.send('WebAuthn.addCredential', { authenticatorId, credential });
    },
    async setUserVerified(isUserVerified) {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    async remove() {
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
      await session.detach();
    },
  };
}

async function credentialsOf(session: CDPSession, authenticatorId: string): Promise<HeldCredential[]> {
  const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
  return credentials.map(({ credentialId, privateKey, rpId, userHandle, signCount }) => ({
    credentialId,
    privateKey,
    signCount,
    ...(rpId === undefined ? {} : { rpId }),
    ...(userHandle === undefined ? {} : { userHandle }),
  }));
}
