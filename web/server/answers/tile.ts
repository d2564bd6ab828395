export const TILE_TYPE = /^application\/vnd\.mapbox-vector-tile\b/;

/** Field numbers of Mapbox Vector Tile 2.1, https://github.com/mapbox/vector-tile-spec/blob/master/2.1/vector_tile.proto */
const TILE_LAYERS = 3;
const LAYER_NAME = 1;
const LAYER_VERSION = 15;
/** How a protobuf field is written, https://protobuf.dev/programming-guides/encoding/ */
const VARINT = 0;
const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;

interface Field {
  number: number;
  type: number;
  bytes: Buffer;
}

/** What is wrong with the bytes of a vector tile; undefined when its layers are whole. No bytes are a tile with nothing on it. */
export function problemWithTile(body: Buffer): string | undefined {
  const layers = fieldsOf(body);
  if (!layers || layers.some(({ number, type }) => number !== TILE_LAYERS || type !== BYTES))
    return `its ${body.length} bytes are no vector tile`;
  const isWhole = layers.every(({ bytes }) => {
    const fields = fieldsOf(bytes);
    return [LAYER_NAME, LAYER_VERSION].every((number) => fields?.some((field) => field.number === number));
  });
  return isWhole ? undefined : 'a layer of the vector tile is damaged';
}

/** The fields of a protobuf message, from its first byte to its last; undefined when it does not end where they do. */
function fieldsOf(message: Buffer): Field[] | undefined {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let digit = 0; digit < 10; digit++) {
      const byte = message[at++];
      if (byte === undefined) return Number.NaN;
      value += (byte & 127) * 128 ** digit;
      if (byte < 128) return value;
    }
    return Number.NaN;
  };
  const lengthOf = (type: number): number => {
    if (type === VARINT) return varint() * 0;
    if (type === BYTES) return varint();
    if (type === FIXED_64) return 8;
    return type === FIXED_32 ? 4 : Number.NaN;
  };
  while (at < message.length) {
    const key = varint();
    const type = key % 8;
    const length = lengthOf(type);
    const end = at + length;
    // Also when a number could not be read.
    if (!(end <= message.length)) return undefined;
    fields.push({ number: Math.floor(key / 8), type, bytes: message.subarray(at, end) });
    at = end;
  }
  return fields;
}
