import type { Section } from '@deep-dive/shared-types';
import { Component, type ReactNode, Suspense } from 'react';
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
              <SectionBoundary name={section.__component}>
                <SectionView section={section} placement={placement} />
              </SectionBoundary>
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

/** In the browser; on the server it is Suspense that leaves the section out, and React that reports it. */
class SectionBoundary extends Component<{ name: string; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: Error) {
    console.error(`The section "${this.props.name}" failed and is left out:`, error);
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
