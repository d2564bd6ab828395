/** How dates, times and numbers are read that people type or paste: in forms, and from spreadsheets. */
export { type DateList, daysIn, readDateList } from './date-list';
export { dateAsTyped, dateInWords, readDate } from './dates';
export { type NumberWanted, numberInWords, rangeProblem, readNumber } from './numbers';
export { asSeen, type Reading } from './reading';
export { readTime, timeInWords } from './times';
