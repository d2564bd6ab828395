import { resolveApiRequest } from '../api-routes';
import { isPicturePath } from '../uploads';
import { flawIn, type RawAnswer, SHAPES_VERSION } from './check';
import { isContentOf } from './media';

/** What tells whether an answer from an earlier run is still in the shape it must have. */
export interface Shapes {
  /** Changes with the shape of any answer. */
  version: string;
  /** Whether an answer that was kept under another version would be taken now. */
  fits(key: string, answer: RawAnswer): boolean;
}

/** The shapes of this build. */
export const todaysShapes: Shapes = {
  version: SHAPES_VERSION,
  fits(key, answer) {
    const [path = '', query = ''] = key.split('?');
    if (isPicturePath(path)) return isContentOf(path, answer.body);
    const request = resolveApiRequest(path, query);
    return request?.key === key && flawIn(request.answer, answer) === undefined;
  },
};
