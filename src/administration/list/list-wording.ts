import { countedInEnglish, countedInWelsh } from '../counted.ts'

/** What the list of releases says, in English. */
export const LIST_ENGLISH = {
  underEmbargo: (count: number): string =>
    count === 0
      ? 'Nothing is under embargo'
      : `${countedInEnglish(count, 'release', 'releases')} under embargo`,
  next: 'Lifts next',
  nothingNext: 'No release with a confirmed time is waiting.',
  add: 'New release',
  search: 'Search',
  searchHint: 'Series, title or producer',
  show: 'Show',
  all: 'All releases',
  onlyEmbargoed: 'Under embargo now',
  sort: 'Order',
  sorts: {
    due: 'Earliest first',
    'due-last': 'Latest first',
    series: 'By series',
    changed: 'Changed last',
  },
  heading: 'Releases',
  found: (count: number): string => `${countedInEnglish(count, 'release', 'releases')} found`,
  searching: 'Looking it up',
  empty: 'The register is empty. Add the next release, or import your release calendar.',
  import: 'Import a calendar',
  nothingFound: 'Nothing is found. Search for fewer words, or show all releases.',
  showAll: 'Show all releases',
  files: (count: number): string => (count === 0 ? 'No files yet' : countedInEnglish(count, 'file', 'files')),
  novel: (count: number): string =>
    `${countedInEnglish(count, 'unpublished feature', 'unpublished features')}`,
  embargoed: 'Under embargo',
  public: 'Public',
  liftAsked: 'Lifting waits for a second administrator',
  pages: 'Pages',
  page: (page: number, of: number): string => `Page ${page} of ${of}`,
  previous: 'Previous',
  following: 'Next',
  stale: 'This is what was known before: the service does not answer now.',
}

/** What the strip of a year says, in English. */
export const YEAR_ENGLISH = {
  heading: 'Twelve months',
  summary: (count: number, from: string, to: string): string =>
    `${countedInEnglish(count, 'release', 'releases')} from ${from} to ${to}`,
  table: 'The same as a table',
  month: 'Month',
  releases: 'Releases',
  today: 'Today',
}

/** What the list of releases says, in Welsh. */
export const LIST_WELSH: typeof LIST_ENGLISH = {
  underEmbargo: (count) =>
    count === 0
      ? 'Nid oes dim dan embargo'
      : `${countedInWelsh(count, 'datganiad', 'ddatganiad')} dan embargo`,
  next: 'Y nesaf i’w gyhoeddi',
  nothingNext: 'Nid oes datganiad ag amser wedi’i gadarnhau yn aros.',
  add: 'Datganiad newydd',
  search: 'Chwilio',
  searchHint: 'Cyfres, teitl neu gynhyrchydd',
  show: 'Dangos',
  all: 'Pob datganiad',
  onlyEmbargoed: 'Dan embargo nawr',
  sort: 'Trefn',
  sorts: {
    due: 'Y cynharaf yn gyntaf',
    'due-last': 'Y diweddaraf yn gyntaf',
    series: 'Yn ôl cyfres',
    changed: 'Newidiwyd yn olaf',
  },
  heading: 'Datganiadau',
  found: (count) => `Cafwyd ${countedInWelsh(count, 'datganiad', 'ddatganiad')}`,
  searching: 'Wrthi’n chwilio',
  empty: 'Mae’r gofrestr yn wag. Ychwanegwch y datganiad nesaf, neu mewnforiwch eich calendr cyhoeddi.',
  import: 'Mewnforio calendr',
  nothingFound: 'Ni chafwyd dim. Chwiliwch am lai o eiriau, neu dangoswch bob datganiad.',
  showAll: 'Dangos pob datganiad',
  files: (count) => (count === 0 ? 'Dim ffeiliau eto' : countedInWelsh(count, 'ffeil', 'ffeil')),
  novel: (count) => `${countedInWelsh(count, 'nodwedd', 'nodwedd')} heb eu cyhoeddi`,
  embargoed: 'Dan embargo',
  public: 'Cyhoeddus',
  liftAsked: 'Mae codi’r embargo’n aros am ail weinyddwr',
  pages: 'Tudalennau',
  page: (page, of) => `Tudalen ${page} o ${of}`,
  previous: 'Blaenorol',
  following: 'Nesaf',
  stale: 'Dyma’r hyn a wyddid o’r blaen: nid yw’r gwasanaeth yn ateb nawr.',
}

/** What the strip of a year says, in Welsh. */
export const YEAR_WELSH: typeof YEAR_ENGLISH = {
  heading: 'Deuddeg mis',
  summary: (count, from, to) => `${countedInWelsh(count, 'datganiad', 'ddatganiad')} rhwng ${from} a ${to}`,
  table: 'Yr un peth ar ffurf tabl',
  month: 'Mis',
  releases: 'Datganiadau',
  today: 'Heddiw',
}
