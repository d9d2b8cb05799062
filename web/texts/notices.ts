import { count, plural } from '../ui/format.ts';

/** Words about what awaits a person. */
export const noticeTexts = {
  title: 'Notices',
  bell: (unseen: number) => (unseen === 0 ? 'Notices: nothing new' : `Notices: ${count(unseen)} new`),
  none: 'Nothing awaits you',
  noneText: 'Files that are ready, and what needs your decision, stand here.',
  fresh: 'New',
  ends: 'ends',
} as const;

/** What a notice says, and the step that it asks for. */
export const NOTICE_WORDS = {
  export_ready: {
    title: (rows: number) => `Your file of ${plural(rows, 'lead')} is ready`,
    step: 'Download it',
  },
  export_ended: {
    title: () => 'Your export ended without a file',
    step: 'See why, and ask for another one',
  },
  approval_waiting: {
    title: () => 'Somebody asks for your approval',
    step: 'Approve or decline it',
  },
  approval_granted: {
    title: () => 'Your export is approved',
    step: 'Make the file',
  },
  sales_uncertain: {
    title: (sales: number) =>
      sales === 1 ? '1 sale waits for a word of its buyer' : `${count(sales)} sales wait for a word of their buyer`,
    step: 'Ask the buyer, and say what became of it',
  },
  offers_asked: {
    title: (requests: number) =>
      requests === 1 ? 'A partner asks for an offer' : `${count(requests)} requests for offers wait`,
    step: 'Approve or decline it',
  },
  offer_approved: {
    title: () => 'An offer that you asked for is yours',
    step: 'Open its campaign, and see how to post to it',
  },
  offer_declined: {
    title: () => 'An offer that you asked for was declined',
    step: 'See why',
  },
  deliveries_failing: {
    title: (tries: number) => `The last ${count(tries)} deliveries to a buyer failed`,
    step: 'Look at what was answered',
  },
} as const;
