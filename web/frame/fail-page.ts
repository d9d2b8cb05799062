/** For what must not fail and did: thrown where nobody can swallow it, so that it is seen. */
export const failPage = (error: unknown): void => {
  queueMicrotask(() => {
    throw error;
  });
};
