import type { Media } from '@deep-dive/shared-types';

interface PictureProps {
  image: Media;
  /** How wide the picture is shown, as in the HTML attribute; lets the browser choose among its sizes. */
  sizes: string;
  /** In view as soon as the page opens: fetched first rather than late. */
  isFirst?: boolean;
  className?: string;
}

/** What a picture of unknown size is taken for, so that its place is kept all the same. */
const USUAL_SIZE = { width: 1200, height: 800 };

/** A picture whose place is kept before it arrives. */
export function Picture({ image, sizes, isFirst = false, className }: PictureProps) {
  const { width, height } =
    image.width && image.height ? { width: image.width, height: image.height } : USUAL_SIZE;
  const versions = [...image.sizes, { url: image.url, width }];
  const srcSet = versions.map((version) => `${version.url} ${version.width}w`).join(', ');
  // React 18 knows the attribute by its HTML name alone, and its types by neither.
  const priority = isFirst ? { fetchpriority: 'high' } : {};
  return (
    <img
      src={image.url}
      {...(image.sizes.length > 0 ? { srcSet, sizes } : {})}
      width={width}
      height={height}
      alt={image.alternativeText}
      loading={isFirst ? undefined : 'lazy'}
      decoding="async"
      className={className}
      {...priority}
    />
  );
}
