import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Hr } from '@react-email/hr';
import { Html } from '@react-email/html';
import { Link } from '@react-email/link';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import type { CSSProperties } from 'react';

/** What a mail says. Everything is text: nothing of it is read as HTML. */
export interface Letter {
  subject: string;
  /** What mail programs show beside the subject. */
  preview: string;
  heading: string;
  paragraphs: string[];
  /** What somebody wrote, line by line as they did. */
  quote?: string;
  /** Names of facts, and the facts. */
  facts?: [name: string, fact: string][];
  /** The one thing to do. */
  button?: { label: string; url: string };
  /** What is said below the button. */
  closing?: string[];
  /** At the foot: where one says which mails one wants. */
  manage?: { label: string; url: string };
}

/** Who sends mails: named at the foot of each, as the CAN-SPAM Act wants it (15 U.S.C. § 7704(a)(5)). */
export interface Organisation {
  name: string;
  /** In lines. Null when nobody has given it. */
  postalAddress: string | null;
  /** The site's address. */
  url: string;
}

// The site's colours (web/src/styles/tokens.css). Mail programs read neither style sheets nor custom properties.
const INK = '#1e2430';
const QUIET = '#4a5260';
const ACCENT = '#00707b';
const TINT = '#f1f7f8';

const styles = {
  body: { margin: 0, backgroundColor: TINT, color: INK, fontFamily: 'Figtree, Arial, sans-serif' },
  page: { maxWidth: '600px', padding: '32px 24px', backgroundColor: '#ffffff', overflowWrap: 'anywhere' },
  heading: { margin: '0 0 16px', fontSize: '24px', lineHeight: '1.25' },
  text: { margin: '0 0 16px', fontSize: '16px', lineHeight: '1.5' },
  quote: { margin: '0 0 16px', padding: '4px 16px', borderLeft: `4px solid ${ACCENT}` },
  fact: { margin: '0 0 4px', fontSize: '16px', lineHeight: '1.5' },
  button: {
    padding: '12px 20px',
    borderRadius: '4px',
    backgroundColor: ACCENT,
    color: '#ffffff',
    fontSize: '16px',
    fontWeight: 700,
  },
  closing: { margin: '16px 0 0', fontSize: '14px', lineHeight: '1.5', color: QUIET },
  link: { color: ACCENT, textDecoration: 'underline' },
  foot: { margin: 0, fontSize: '13px', lineHeight: '1.5', color: QUIET },
} satisfies Record<string, CSSProperties>;

/** A mail in the site's look. */
export function LetterMail({ letter, organisation }: { letter: Letter; organisation: Organisation }) {
  const { preview, heading, paragraphs, quote, facts = [], button, closing = [], manage } = letter;
  return (
    <Html lang="en-US">
      <Head>
        <title>{letter.subject}</title>
      </Head>
      <Preview>{preview}</Preview>
      <Body style={styles.body}>
        <Container style={styles.page}>
          <Heading as="h1" style={styles.heading}>
            {heading}
          </Heading>
          {paragraphs.map((text) => (
            <Text key={text} style={styles.text}>
              <Lines text={text} />
            </Text>
          ))}
          {quote !== undefined && (
            <Section style={styles.quote}>
              <Text style={styles.text}>
                <Lines text={quote} />
              </Text>
            </Section>
          )}
          {facts.length > 0 && (
            <Section style={styles.text}>
              {facts.map(([name, fact]) => (
                <Text key={name} style={styles.fact}>
                  <strong>{name}:</strong> {fact}
                </Text>
              ))}
            </Section>
          )}
          {button && (
            <Button href={button.url} style={styles.button}>
              {button.label}
            </Button>
          )}
          {closing.map((text) => (
            <Text key={text} style={styles.closing}>
              {text}
            </Text>
          ))}
          <Hr />
          {manage && (
            <Text style={styles.foot}>
              <Link href={manage.url} style={styles.link}>
                {manage.label}
              </Link>
            </Text>
          )}
          <Text style={styles.foot}>
            <Link href={organisation.url} style={styles.link}>
              {organisation.name}
            </Link>
            {organisation.postalAddress !== null && (
              <>
                <br />
                <Lines text={organisation.postalAddress} />
              </>
            )}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function Lines({ text }: { text: string }) {
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]));
}
