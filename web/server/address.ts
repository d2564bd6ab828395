import type { IncomingMessage } from 'node:http';

/** The path and query of a request as they came over the wire, the query without its "?". */
export function addressOf(request: IncomingMessage): { path: string; query: string } {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

/** Whether a path is one a browser could have sent: it decodes, and hides no other path in itself. */
export function isReadable(path: string): boolean {
  if (!path.startsWith('/') || path.startsWith('//')) return false;
  try {
    const decoded = decodeURIComponent(path);
    return !/[\\\p{Cc}]/u.test(decoded) && !decoded.split('/').some((part) => part === '..' || part === '.');
  } catch {
    return false;
  }
}
