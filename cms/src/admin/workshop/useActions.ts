import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useDispatch } from 'react-redux';
import type { ActionAnswer, ActionRequest, ActionResult, WorkshopAction } from '../../rules/workshop-actions';
import { WORKSHOP } from '../../schema/uids';

/** What came of an action on each workshop, or, in words and by field, why the request was refused. */
export type Acted =
  | { results: ActionResult[]; problem: null }
  | { results: []; problem: string; fields: Record<string, string> };

/** Acts on workshops, then has Strapi's forms and lists read them again. */
export function useActions(): (action: WorkshopAction, request: ActionRequest) => Promise<Acted> {
  const { post } = useFetchClient();
  const dispatch = useDispatch();
  return async (action, request) => {
    try {
      const { data } = await post<ActionAnswer>(`/workshop-actions/${action}`, request);
      dispatch(readAgain(request.documentIds));
      return { results: data.results, problem: null };
    } catch (error) {
      const problem = isFetchError(error) ? error.message : 'That didn’t work. Please try again.';
      return { results: [], problem, fields: isFetchError(error) ? fieldsOf(error) : {} };
    }
  };
}

/** Strapi's own action, as its RTK Query API makes it: what is tagged so is asked for again. */
const readAgain = (documentIds: string[]) => ({
  type: 'adminApi/invalidateTags',
  payload: ['LIST', ...documentIds].map((id) => ({ type: 'Document', id: `${WORKSHOP}_${id}` })),
});

function fieldsOf(error: {
  response?: { data?: { error?: { details?: unknown } } };
}): Record<string, string> {
  const { errors = [] } = (error.response?.data?.error?.details ?? {}) as {
    errors?: { path: string[]; message: string }[];
  };
  return Object.fromEntries(errors.map(({ path, message }) => [path.join('.'), message]));
}
