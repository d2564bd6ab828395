import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import type { Understood } from '../../rules/document/page';
import { asList, type Entry } from '../../schema/model';
import { Blocks } from './Blocks';
import { Items, QUOTE } from './Items';

const Words = styled(Box)`
  overflow-wrap: anywhere;
  ul, ol { list-style: revert; padding-left: 2.4rem; }
  p + p, p + ul, p + ol, ul + *, ol + *, div + div, blockquote + blockquote { margin-top: 0.8rem; }
  p, li, h5 { font-size: 1.4rem; line-height: 1.5; }
  h5 { font-weight: 600; }
  em { font-style: italic; }
  strong { font-weight: 600; }
  a, u { text-decoration: underline; }
  blockquote { padding-left: 1.6rem; border-left: 4px solid ${({ theme }) => theme.colors.neutral200}; }
`;

/** A page in words, section by section, as it reads. */
export function Outline({ page: { sections }, kinds }: Pick<Understood, 'page' | 'kinds'>) {
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
      {sections.map((section, index) => (
        <Box tag="li" key={index} padding={5} background="neutral0" hasRadius shadow="tableShadow">
          <Section name={`${index + 1} · ${kinds[index]}`} section={section} />
        </Box>
      ))}
    </Flex>
  );
}

function Section({ name, section }: { name: string; section: Entry }) {
  const filled = FILLED[String(section.__component)];
  const said = (field: string): string => (typeof section[field] === 'string' ? String(section[field]) : '');
  const actions = asList(section.action ?? section.actions);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" gap={2}>
        <Typography variant="sigma" textColor="neutral600">
          {name}
        </Typography>
        {section.visible === false && <Badge>Switched off</Badge>}
      </Flex>
      {said('heading') && (
        <Typography tag="h3" variant="delta" fontWeight="bold">
          {said('heading')}
        </Typography>
      )}
      {said('subheading') && (
        <Typography tag="h4" variant="omega" fontWeight="bold">
          {said('subheading')}
        </Typography>
      )}
      <Words>
        {said('text') && section.__component !== QUOTE && <p>{said('text')}</p>}
        <Blocks value={section.body} />
        <Items section={section} />
        {asList(section.groups).map(({ lead, keyword, items }) => (
          <div key={`${lead} ${keyword}`}>
            <p>
              {String(lead)} <strong>{keyword ? String(keyword) : ''}</strong>
            </p>
            <Blocks value={items} />
          </div>
        ))}
        {filled && <Placeholder>{filled}</Placeholder>}
        <Rows {...section} />
        <Blocks value={section.afterword ?? section.closing} />
      </Words>
      {section.pictureToCome === true && <Placeholder>A picture is to come</Placeholder>}
      {actions.map(({ label, style }, index) => (
        <Placeholder
          key={index}
        >{`${style === 'link' ? 'Link' : 'Button'}: ${label ?? 'its words are still to be written'}`}</Placeholder>
      ))}
      {said('note') && (
        <Box padding={3} background="warning100" hasRadius>
          <Typography
            variant="pi"
            style={{ whiteSpace: 'pre-line' }}
          >{`Note to colleagues: ${said('note')}`}</Typography>
        </Box>
      )}
    </Flex>
  );
}

/** What a section shows by itself, between its texts. */
const FILLED: Record<string, string> = {
  'sections.workshop-finder': 'The map and the list of workshops',
  'sections.cost': 'What “Pricing” says',
  'sections.scholarships': 'The scholarships that are open',
  'sections.partner-directory': 'Every Regional Partner',
};

function Placeholder({ children }: { children: ReactNode }) {
  return (
    <Box padding={2} marginTop={2} marginBottom={2} background="neutral100" hasRadius>
      <Typography variant="pi" textColor="neutral600">
        {children}
      </Typography>
    </Box>
  );
}

function Rows({ firstColumn, secondColumn, rows }: Entry) {
  return asList(rows).map(({ label, first, second }) => (
    <p key={String(label)}>
      <strong>{String(label)}</strong>
      {` · ${firstColumn}: ${first} · ${secondColumn}: ${second}`}
    </p>
  ));
}
