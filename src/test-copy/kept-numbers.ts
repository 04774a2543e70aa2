/**
 * Numbers in text that are no figures: dates, years, ages, numbers of tables,
 * codes. Everything else that has digits is a figure, when in doubt.
 */

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?' +
  '|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\\.?'
const YEAR = '(?:19|20)\\d\\d'
const DASH = '\\s?[-–/]\\s?'

const alone = (pattern: string): RegExp => new RegExp(`\\b(?:${pattern})(?![\\w%])(?![.,]\\d)`, 'gi')

/** What stands before the number of a table, a note or a classification. Nothing counted stands there. */
const NUMBERED =
  '(?:tables?|figures?|charts?|sections?|notes?|footnotes?|sheets?|worksheets?|tabs?|weeks?|waves?|annex|parts?|pages?|chapters?|questions?|levels?|columns?|rows?|versions?|tabl|ffigur|siart|adran|nodyn|taflen|wythnos|tudalen|pennod)'

/** Kept in every text. */
const EVERYWHERE: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@\S+/gi,
  alone(`\\d{1,2}(?:st|nd|rd|th)?(?:${DASH}\\d{1,2})?\\s(?:of\\s)?${MONTH}(?:,?\\s${YEAR})?`),
  alone(`${MONTH}\\s\\d{1,2}(?:st|nd|rd|th)?,\\s${YEAR}`),
  alone(`${MONTH}[-\\s’']?(?:${YEAR}|\\d\\d)`),
  alone(`${YEAR}-\\d\\d(?:-\\d\\d)?(?:[T ]\\d\\d:\\d\\d(?::\\d\\d)?Z?)?`),
  alone(`\\d{1,2}([/.-])\\d{1,2}\\1(?:${YEAR}|\\d\\d)`),
  alone(`${YEAR}\\s?=\\s?100`),
  /\b(?:tel|telephone|phone|fax|ffôn)\b[.:\s]*[+(]?\d[\d\s()]{6,}\d/gi,
  alone(`${YEAR}${DASH}(?:${YEAR}|\\d\\d)`),
  alone(`${YEAR}\\s?q[1-4]|q[1-4](?:${DASH}q[1-4])?(?:[-\\s]?(?:${YEAR}|\\d\\d))?`),
  alone('\\d{1,2}:\\d\\d(?::\\d\\d)?|\\d{1,2}(?:[.:]\\d\\d)?\\s?[ap]\\.?m'),
  alone('\\d{1,2}(?:st|nd|rd|th)'),
  alone(`${NUMBERED}\\s[a-z]?\\d{1,2}(?:\\.\\d{1,2})*[a-z]?`),
  alone(`(?:sic|soc|nuts|icd|isco|census|cyfrifiad|esa|sna)\\s?(?:${YEAR}|\\d{2})`),
  alone(`(?:aged?|ages|oed)\\s\\d{1,2}(?:(?:${DASH}|\\s(?:to|and|i|a)\\s)\\d{1,2})?`),
  // K02000001, G7AU, COVID-19; but not the r5,439 of a revised figure, nor GBP5439.
  /\b(?![a-z]\d)(?!(?:GBP|EUR|USD|US)\d)[A-Za-z]{1,8}\d\w*(?![.,]\d)\b/g,
  /\b[A-Z]{2,}-\d{1,2}\b(?![.,%]\d)/g,
  // “1. Introduction”, “3.2 Method”; but not “5.4 Million”.
  /^\s*(?:\d{1,2}\.|\d{1,2}(?:\.\d{1,2})+\.?)\s(?=[A-Z])(?!Thousand|Million|Billion|Per\b)/g,
]

/** In a heading, a label or a table: a year by itself too, or at the end of a name ("deaths_2020"), if no unit follows. */
const IN_LABELS: readonly RegExp[] = [
  new RegExp(
    `(?:^|[^\\d.,£$€<>≤≥+−-])${YEAR}(?!\\d|[.,]\\d|\\s?(?:%|per\\s?cent|thousand|million|billion|(?:m|bn|k)\\b))`,
    'gi',
  ),
]

/** In running text a year needs a word that makes it one. */
const IN_PROSE: readonly RegExp[] = [
  alone(
    `(?:in|since|during|before|after|until|year|act|order|regulations|copyright|ers|yn|blwyddyn)\\s${YEAR}`,
  ),
]

const hidden = (text: string): string => text.replace(/\d/g, '_')

/** The text, as long as it was, with the digits hidden that are no figures'. */
export const withKeptHidden = (text: string, setting: 'label' | 'prose'): string =>
  [...EVERYWHERE, ...(setting === 'label' ? IN_LABELS : IN_PROSE)].reduce(
    (masked, pattern) => masked.replace(pattern, hidden),
    text,
  )
