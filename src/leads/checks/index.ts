export { type RunChecks, type CheckValues, createRunChecks, type MadeCheck, unasked, valueFor } from './run-checks.ts';
export { answerFind } from './answer-store.ts';
export { checkRefusal, type CheckRefusal } from './domain/judge-checks.ts';
export { type CheckedPost, keepAnswers, keepChecks } from './keep-checks.ts';
export { type CheckRule, checksForIntake } from './store.ts';
export { CHECK_PLANS, planChecks, type PlannedCheck } from './plan-checks.ts';
export { sweepCheckAnswers } from './sweep-answers.ts';
export { createRequestCheck, type RequestCheck } from './request-check.ts';
