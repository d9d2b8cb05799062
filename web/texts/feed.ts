/** Words of the live feed. */
export const feedTexts = {
  title: 'Live feed',
  on: 'Leads as they come and change, newest first',
  paused: (waiting: number) => `Paused; ${waiting} ${waiting === 1 ? 'change waits' : 'changes wait'}`,
  lost: 'The connection is lost. It is tried again by itself.',
  over: 'The feed has ended.',
  again: 'Start again',
  pause: 'Pause',
  goOn: 'Go on',
  skipped: 'Some changes came too fast and were left out here. The list of leads has them all.',
  none: 'Nothing yet. The next lead will stand here by itself.',
  shown: (count: number) => (count === 1 ? 'One lead in this window' : `The newest ${count} leads in this window`),
} as const;
