export { type Pictures, picturesIn } from './pictures';
export { nameIn, type StoredAddress, versionedUrl } from './versions';
