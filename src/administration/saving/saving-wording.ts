/** What every screen says, in English. */
export const COMMON_ENGLISH = {
  save: 'Save',
  saving: 'Saving',
  saved: 'Saved.',
  cancel: 'Cancel',
  change: 'Change',
  remove: 'Remove',
  tryAgain: 'Try again',
  reason: 'Reason',
  reasonMissing: 'Say why: the reason is kept with the change.',
  needed: 'This is needed.',
  none: 'None',
  loading: 'Loading',
  unreachable:
    'The service cannot be reached, so nothing was changed. What you typed is still here: check your connection, then try again.',
  noAnswer: 'The service cannot be reached. Check your connection, then try again.',
  failed: 'This could not be shown.',
  notAllowed: 'Only administrators keep the register. Ask one of them to add you.',
}

/** What is said when two saved at once, in English. */
export const CONFLICT_ENGLISH = {
  title: 'Somebody else saved first',
  text: 'What you typed is still here. This is what they changed:',
  nothing: 'What they changed does not show here.',
  field: 'What',
  before: 'When you began',
  after: 'Now',
  mine: 'Save mine over it',
  theirs: 'Take theirs',
}

/** What every screen says, in Welsh. */
export const COMMON_WELSH: typeof COMMON_ENGLISH = {
  save: 'Cadw',
  saving: 'Wrthi’n cadw',
  saved: 'Cadwyd.',
  cancel: 'Canslo',
  change: 'Newid',
  remove: 'Tynnu',
  tryAgain: 'Rhoi cynnig arall arni',
  reason: 'Rheswm',
  reasonMissing: 'Dywedwch pam: cedwir y rheswm gyda’r newid.',
  needed: 'Mae angen hwn.',
  none: 'Dim',
  loading: 'Wrthi’n llwytho',
  unreachable:
    'Ni ellir cyrraedd y gwasanaeth, felly ni newidiwyd dim. Mae’r hyn a deipiwyd gennych yma o hyd: gwiriwch eich cysylltiad, yna rhowch gynnig arall arni.',
  noAnswer: 'Ni ellir cyrraedd y gwasanaeth. Gwiriwch eich cysylltiad, yna rhowch gynnig arall arni.',
  failed: 'Ni ellid dangos hyn.',
  notAllowed: 'Gweinyddwyr yn unig sy’n cadw’r gofrestr. Gofynnwch i un ohonynt eich ychwanegu.',
}

/** What is said when two saved at once, in Welsh. */
export const CONFLICT_WELSH: typeof CONFLICT_ENGLISH = {
  title: 'Cadwodd rhywun arall yn gyntaf',
  text: 'Mae’r hyn a deipiwyd gennych yma o hyd. Dyma’r hyn a newidiwyd ganddynt:',
  nothing: 'Nid yw’r hyn a newidiwyd ganddynt i’w weld yma.',
  field: 'Beth',
  before: 'Pan ddechreuoch chi',
  after: 'Nawr',
  mine: 'Cadw fy un i drosto',
  theirs: 'Cymryd eu hun nhw',
}
