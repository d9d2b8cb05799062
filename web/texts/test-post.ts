/** Words of the test post. */
export const testPostTexts = {
  title: 'Test post',
  text: 'Posts into this campaign as a form would. It is decided, but not delivered and not billed.',
  body: 'The lead, as JSON',
  bodyHint: 'Change what you like: leave a required field out to see how that is answered.',
  notJson: 'This is not well-formed JSON',
  send: 'Post a test lead',
  result: 'Answer',
  success: 'Taken: it would have been sold',
  accepted: 'Taken, and still being decided',
  rejected: 'Not taken',
  duplicate: 'A duplicate',
  warnings: 'Warnings',
  toLead: 'Open the lead',
} as const;
