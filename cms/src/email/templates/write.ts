import { render, toPlainText } from '@react-email/render';
import { createElement } from 'react';
import { type Letter, LetterMail, type Organisation } from './LetterMail';

/** A letter as HTML, and as text for those whose mail program shows nothing else. */
export async function written(
  letter: Letter,
  organisation: Organisation,
): Promise<{ subject: string; html: string; text: string }> {
  const html = await render(createElement(LetterMail, { letter, organisation }));
  return { subject: letter.subject, html, text: toPlainText(html) };
}
