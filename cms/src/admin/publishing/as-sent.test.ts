import { expect, it } from 'vitest';
import { asSent } from './as-sent';

it('sends what shows, and of relations what the CMS knows', () => {
  const page = { apiData: { id: 3, documentId: 'abc' }, label: 'Home', status: 'published' };
  const values = {
    title: 'Deep Dive',
    feeKind: 'free',
    feeAmount: 50,
    sections: [{ actions: [{ page: { connect: [page], disconnect: [] } }], image: null }],
  };
  expect(asSent(values, (name) => name !== 'feeAmount')).toEqual({
    title: 'Deep Dive',
    feeKind: 'free',
    sections: [
      { actions: [{ page: { connect: [{ id: 3, documentId: 'abc' }], disconnect: [] } }], image: null },
    ],
  });
});
