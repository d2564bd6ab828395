import { Box } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A list of `RuledItem`s. */
export const RuledList = ({ children }: { children: ReactNode }) => (
  <Box tag="ul" background="neutral0" hasRadius>
    {children}
  </Box>
);

/** An item of a list, with a line below it. */
export const RuledItem = ({ id, children }: { id?: string; children: ReactNode }) => (
  <Box tag="li" id={id} padding={4} borderColor="neutral150" borderStyle="solid" borderWidth="0 0 1px">
    {children}
  </Box>
);
