const VERBS = `
  accept acknowledge add adjust answer append apply approve archive ask assign attach begin block book bring build
  calculate call cancel capture carry change charge check choose claim clear close collect commit compare complete
  compute conclude confirm connect convert copy correct count create credit deactivate
  debit decide declare decline define delete
  deliver deny describe destroy detach detect disable discard dismiss dispatch dispose dispute drain draw dump edit
  enable enqueue enrol erase escalate estimate evaluate examine exchange expire explain export extend fetch fill
  filter find finish flag flush forget forward freeze generate get give grant guard hash hold import inspect invite
  invoice issue join keep label lease leave limit link list load lock log mark match measure merge migrate move mute
  normalise notify offer open order pair parse pause pay pick ping place plan poll post prepare present preview price
  print promote prove provide publish pull purge push put qualify quote rank read rebuild receive reconcile record
  recover redeem redirect refresh refund refuse register reject release remind remove rename render renew reopen
  reorder replace replay reply report reprice request require rescore reserve reset resolve respond restore resume
  retain retire retract retry return reveal reverse review revoke rewrap rotate route run sample save schedule score
  screen scrub seal search seed seek select sell send serve set settle share show shred sign simulate skip snooze sort
  spare split start stop store submit subscribe suggest suppress suspend sweep switch sync tag take test track
  transfer translate trigger try unlink unlock unmute unsubscribe unsuspend update upload validate verify view void
  wait warn watch weigh withdraw write`;

/** The verbs a use case's file may begin with; a new verb is added here, in the change that needs it. */
export const USE_CASE_VERBS: ReadonlySet<string> = new Set(VERBS.trim().split(/\s+/));
