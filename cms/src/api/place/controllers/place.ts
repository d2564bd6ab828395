import { LONGEST_PLACE, type PlaceSuggestions } from '@deep-dive/shared-types';
import { errors } from '@strapi/utils';
import { suggestPlaces } from '../../../places';
import { type RequestContext, requireKnownParameters, respond } from '../../../strapi/respond';

export default () => ({
  /** GET /api/places?q=: places to offer while someone types. */
  find(ctx: RequestContext) {
    const query = new URLSearchParams(ctx.querystring);
    requireKnownParameters(
      ctx,
      [...new Set(query.keys())].filter((name) => name !== 'q'),
    );
    const typed = query.get('q') ?? '';
    if (typed.length > LONGEST_PLACE)
      throw new errors.ValidationError(`The parameter “q” is longer than ${LONGEST_PLACE} characters.`);
    const body: PlaceSuggestions = { suggestions: suggestPlaces(typed) };
    return respond(ctx, body, ['place']);
  },
});
