/**
 * Has the browser not lay out or paint a part of a long form that can't be seen, at each key that is typed elsewhere (decision 38).
 * The shadow or the focus ring around the part is seen all the same.
 * @param height about how high the part is, in pixels, until it has been laid out once
 */
export const outOfSight = (height: number) =>
  ({
    contentVisibility: 'auto',
    containIntrinsicSize: `auto ${height}px`,
    overflowClipMargin: '8px',
  }) as const;
