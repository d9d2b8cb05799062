// What other rooms need to read leads as this one does: the same search, the same view, the same trail.
export { answerReading } from './answer-reading.ts';
export { readSearch, requireOpenSearch } from './filter-leads.ts';
export { leadList, leadPage } from './lead-list-store.ts';
export { correctContact } from './correct-contact.ts';
export { leadCorrect } from './correct-store.ts';
export { leadFindAnswer } from './lead-list-wire.ts';
export { openLead } from './open-lead.ts';
export { GLOBAL_CLASSES, leadFieldNames } from './read-field-classes.ts';
export { type Placed, personsPlace } from './person-store.ts';
export { screenAgain } from './screen-again.ts';
export { leadByRef, requireLead, type Row, showOne } from './show-lead.ts';
export { LEAD } from './store.ts';
