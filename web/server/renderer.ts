import type { WorkshopPlaces } from '@deep-dive/shared-types';
import type { RenderedPage, RenderOptions } from '../src/entry-server';
import type { LocatorOptions } from '../src/map/picture/locator';
import type { RouteMatch } from '../src/routing/route';
import type { Template } from './document';

/** What the server needs of the site's code. In development it is loaded anew after each change. */
export interface Renderer {
  template: Template;
  /** The style sheets of the built site, as addresses. */
  styles: string[];
  matchRoute(path: string): RouteMatch | undefined;
  renderPage(options: RenderOptions): Promise<RenderedPage>;
  renderNotFound(options: RenderOptions): Promise<RenderedPage>;
  renderWorkshopsSvg(places: WorkshopPlaces): string;
  renderLocatorSvg(options: LocatorOptions): string;
}
