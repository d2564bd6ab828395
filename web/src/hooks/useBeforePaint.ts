import { useEffect, useLayoutEffect } from 'react';

/** A layout effect; on the server, which has none and where React warns of them, nothing. */
export const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;
