import type { PreviewCard, Territory, WorkshopPlaces } from '@deep-dive/shared-types';
import type { intakePages, RenderedPage, RenderOptions } from '../src/entry-server';
import type { LocatorOptions } from '../src/map/picture/locator';
import type { PreviewState } from '../src/preview/state';
import type { RouteMatch } from '../src/routing/route';
import type { Template } from './document';
import type { renderOnePager } from './one-pager';

/** What the server needs of the site's code. In development it is loaded anew after each change. */
export interface Renderer {
  template: Template;
  /** The document around pages that are shown in a preview, and around the preview as a whole. */
  previewTemplate: Template;
  /** The document around pages that need no script. */
  plainTemplate: Template;
  /** The style sheets of the built site, as addresses. */
  styles: string[];
  matchRoute(path: string): RouteMatch | undefined;
  /** Whether a path is a page's, and no file's. */
  isPagePath(path: string): boolean;
  renderPage(options: RenderOptions): Promise<RenderedPage>;
  renderNotFound(options: RenderOptions): Promise<RenderedPage>;
  renderPreview(state: PreviewState): Promise<RenderedPage>;
  renderCardFrame(card: PreviewCard): RenderedPage;
  /** The pages of what visitors send. */
  intakePages: typeof intakePages;
  renderWorkshopsSvg(places: WorkshopPlaces): string;
  renderLocatorSvg(options: LocatorOptions): string;
  renderOnePager: typeof renderOnePager;
  renderTerritorySvg(territory: Territory, name: string): string | null;
}
