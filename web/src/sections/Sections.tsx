import type { Section } from '@deep-dive/shared-types';
import { Suspense } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { outline, type Placement } from './outline';
import { isKnown, registry } from './registry';
import type { SectionName, SectionOf } from './section';

const reported = new Set<string>();

/** The sections of a page, in order. One the site does not know, or that fails, is left out and logged; the rest stands. */
export function Sections({ sections }: { sections: Section[] }) {
  const known = knownOf(sections);
  const placements = outline(known);
  return (
    <>
      {known.map((section, index) => {
        const placement = placements[index];
        return (
          placement && (
            <Suspense key={`${section.__component}-${section.id}`} fallback={null}>
              {/* For the browser; on the server it is Suspense that leaves the section out, and React that reports it. */}
              <ErrorBoundary onError={(error) => reportFailed(section.__component, error)}>
                <SectionView section={section} placement={placement} />
              </ErrorBoundary>
            </Suspense>
          )
        );
      })}
    </>
  );
}

/** The sections this build can show. Each kind it can't is logged once, not at every visit. */
export function knownOf(sections: Section[]): Section[] {
  return sections.filter((section) => {
    if (isKnown(section)) return true;
    const name: string = section.__component;
    if (!reported.has(name))
      console.warn(`The site has no component for the section "${name}": it is left out.`);
    reported.add(name);
    return false;
  });
}

const reportFailed = (name: string, error: unknown): void =>
  console.error(`The section "${name}" failed and is left out:`, error);

function SectionView<Name extends SectionName>({
  section,
  placement,
}: {
  section: SectionOf<Name>;
  placement: Placement;
}) {
  const { Component: View } = registry[section.__component as Name];
  return <View section={section} placement={placement} />;
}
