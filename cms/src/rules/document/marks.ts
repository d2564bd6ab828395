import type { Entry } from '../../schema/model';

/** What somebody said, and who that is. */
export interface Quotation {
  /** Without quotation marks. */
  words: string;
  /** Empty where the document doesn't say. */
  name: string;
  /** All that follows the name; empty for nothing. */
  about: string;
}

/** What a line that stands alone can mean, besides its words. */
export type Mark =
  | ({ kind: 'quotation' } & Quotation)
  | { kind: 'video'; url: string; label: string }
  | { kind: 'downloads'; items: Entry[] }
  | { kind: 'picture'; of: string }
  | { kind: 'button'; label: string; action?: Entry }
  | { kind: 'map' | 'scholarships' | 'partners' }
  | { kind: 'banner'; words: string; isDoubtful: boolean }
  | { kind: 'note'; isDoubtful: boolean };

const LONGEST_MARK = 300;

const PICTURE =
  /^(?:an? |the |insert |add |place |put )*(?:hero |header )?(?:image|picture|photo(?:graph)?|illustration|graphic|screenshot)(?:s? (?:goes |to go |to come |comes )?here| placeholder| tbd)?(?:\s*[:–—-]\s*(?<of>.+)| of (?<what>.+))?$/i;
const BUTTON =
  /^(?:an? |the |insert |add )*(?:button|cta|call[- ]to[- ]action)(?: (?:goes |to go )?here)?(?:\s*[:–—-]\s*(?<label>.+)| ?\((?<words>[^()]+))?$/i;
/** “Register now (button)”. */
const BUTTON_AFTER = /^(?<label>.+?)\s*[([–—:-]\s*(?:button|cta)$/i;
const MAP =
  /^(?:an? |the |insert |add |show )*(?:(?:workshop |interactive |us |u\.s\. )*map(?: of (?:the |upcoming |all )*workshops)?|workshop finder|finder)(?: (?:goes )?here)?$/i;
const SCHOLARSHIPS =
  /^(?:the |insert |add |show )*(?:list of (?:the |all |open |current )*scholarships|scholarships? list)(?: (?:goes )?here)?$/i;
const PARTNERS =
  /^(?:the |insert |add |show )*(?:list of (?:the |all |our )*(?:regional )?partners|(?:regional )?partners? (?:list|directory))(?: (?:goes )?here)?$/i;
const BANNER =
  /^(?:(?:bottom|closing|final|footer|promo(?:tional)?|optional) )*banner(?:\s*[:–—-]\s*(?<words>.+))?$/i;
/** Doubts of whoever wrote it, about whether it belongs here at all. */
const DOUBT =
  /\b(?:not sure|unsure|undecided|unclear)\b[^.?!]{0,20}\b(?:we|this (?:section|part|paragraph))(?:['’]ll)?\b[^.?!]{0,20}\b(?:include|keep|need|use|want|cut|drop|add|stays?|belongs?|goes)\b|\b(?:we|i) (?:may|might)(?: not)? (?:include|keep|need|use|cut|drop|skip) (?:this|it)\b|\b(?:do|should) we (?:really )?(?:include|keep|need|want|cut|drop) (?:this|it)\b|\b(?:maybe|perhaps|possibly|probably) (?:cut|drop|delete|remove|skip|leave out) (?:this|it)\b|\b(?:section|part|paragraph) (?:is )?(?:optional|tbd|on hold)\b/i;
const NOTE =
  /^(?:\(?\[?\s*)(?:note(?: to (?:self|editors?|team|colleagues|design(?:er)?s?))?|todo|to do|fyi|tk|internal|comment)\s*[:–—-]\s*\S/i;

/** What a line means; null for one that is for visitors. */
export function markOf(line: string): Mark | null {
  if (line.length > LONGEST_MARK) return null;
  const isBracketed = /^[[(<{].*[\])>}]$/.test(line);
  const [, inside = line] = /^[[(<{*\s]+(.*?)[\])>}*\s]+$/.exec(line) ?? [];
  const words = inside.replace(/(?<=[\p{L}\p{N}])[.!…]+$/u, '').trim();
  const named = words.replace(/\?+$/, '');
  const picture = PICTURE.exec(named);
  if (picture) return { kind: 'picture', of: picture.groups?.of ?? picture.groups?.what ?? '' };
  const button = BUTTON.exec(named) ?? BUTTON_AFTER.exec(named);
  if (button) {
    const { label, words: bracketed } = button.groups ?? {};
    return { kind: 'button', label: (label ?? bracketed ?? '').replace(/^[“"']|[”"']$/g, '').trim() };
  }
  if (MAP.test(named)) return { kind: 'map' };
  if (SCHOLARSHIPS.test(named)) return { kind: 'scholarships' };
  if (PARTNERS.test(named)) return { kind: 'partners' };
  const banner = BANNER.exec(named);
  if (banner)
    return {
      kind: 'banner',
      words: banner.groups?.words ?? line,
      isDoubtful: !banner.groups?.words || /\?$|optional/i.test(words),
    };
  if (DOUBT.test(line)) return { kind: 'note', isDoubtful: true };
  if (
    NOTE.test(line) ||
    (isBracketed && /^(?:\[|<)/.test(line) && /\b(?:tbd|todo|check|confirm|ask|update|link)\b/i.test(line))
  )
    return { kind: 'note', isDoubtful: false };
  return null;
}
