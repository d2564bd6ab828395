/** What stands in texts until somebody writes what was meant, and what is wrong with it, to be read after the field's name. */
const WITHIN: [RegExp, (found: string) => string][] = [
  [
    /\bTB[ADC]\b|\bto be (?:determined|decided|announced)\b/i,
    (found) => `still says “${found}”. Say it, or leave it out.`,
  ],
  [/\blorem ipsum\b|\bdolor sit amet\b/i, (found) => `still holds filler text (“${found}”). Write your own.`],
  [/\bxxx+\b|\bX{4,}\b|\?{3,}|\bTKTK\b/, (found) => `still holds a blank (“${found}”). Fill it in.`],
  [
    /[[<{(](?:insert|add|your|name of|link to|picture of|image of|date of)\b[^\]>})]{0,60}[\]>})]/i,
    (found) => `still holds a blank (“${found}”). Fill it in.`,
  ],
  [
    /\bnot sure (?:if |whether |that )?(?:we|i)(?:[’']ll| will| should| want to)? (?:include|keep|need|use)\b|\bbottom banner\?|\b(?:text|copy|image|picture|button|photo|logo|quote|heading) (?:goes|to go|to come|comes) here\b/i,
    (found) =>
      `holds a note to colleagues (“${found}”). Move it to “Note to colleagues”, which visitors never see.`,
  ],
];

/** Words that name what belongs into a field, and are not it. */
const WHOLE =
  /^[[<(]?(?:an? |the )?(?:image|picture|photo|button|banner|heading|subheading|title|text|copy|link|placeholder|todo|n\/?a|asdf|test)[\])>]?[.?!…]*$/i;

/** What of a field's text nobody meant for visitors. A part of a text is not judged as the whole of it. */
export function placeholderProblems(text: string, isWhole: boolean): string[] {
  if (isWhole && WHOLE.test(text.trim()))
    return [`just says “${text.trim().slice(0, 40)}”. Write what visitors are to read, or empty it.`];
  return WITHIN.flatMap(([pattern, problem]) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [problem(found.slice(0, 60))];
  });
}
