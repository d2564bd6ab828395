import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  contentProblem,
  damagedWords,
  emptyWords,
  isPicture,
  type Kind,
  kindOfName,
  renameProblem,
  replacementProblem,
  SVG,
  tooLargeWords,
  UPLOAD_LIMIT,
} from '../rules/uploads';
import { refuse } from '../strapi/refuse';
import { isTwoThings, kindOfFile } from './content';
import { cleanSvg, SvgError } from './svg';

/** A file as it arrives: from a form, or from the seed. */
interface Upload {
  filepath: string;
  originalFilename: string | null;
  size: number;
  /** What Strapi serves it as. */
  detectedMimeType?: string;
}

interface FileInfo {
  name?: string | null;
}

/** A file of the media library. */
interface StoredFile {
  name: string;
  ext: string;
}

interface NewFiles {
  data: { fileInfo?: FileInfo | FileInfo[] };
  files: Upload | Upload[];
}

interface Replacement {
  data: { fileInfo?: FileInfo };
  file: Upload;
}

interface UploadService {
  upload(files: NewFiles, options?: object): Promise<unknown>;
  replace(id: Id, replacement: Replacement, options?: object): Promise<unknown>;
  updateFileInfo(id: Id, info: FileInfo, options?: object): Promise<unknown>;
  findOne(id: Id): Promise<StoredFile | null>;
}
type Id = number | string;

interface ImageService {
  /** Whether a picture can't be decoded to its end. */
  isFaultyImage(file: { filepath: string }): Promise<boolean>;
}

interface Checked {
  file: Upload;
  kind: Kind;
}

/**
 * Lets only files be stored that are what their names say, and SVG without anything that runs. Every way to upload leads
 * through this service of Strapi's: the admin's, the content API's, and code's. To be called in `register()`.
 */
export function checkUploads(strapi: Core.Strapi): void {
  strapi.get('services').extend('plugin::upload.upload', (service: UploadService) => ({
    ...service,
    upload({ data, files }: NewFiles, options?: object) {
      const infos = [data.fileInfo ?? {}].flat();
      const uploads = [files].flat().map((file, index): [Upload, FileInfo] => [file, infos[index] ?? {}]);
      return withChecked(strapi, uploads, (checked) => {
        const all = checked.map(({ file }) => file);
        return service.upload({ data, files: Array.isArray(files) ? all : checked[0].file }, options);
      });
    },
    async replace(id: Id, { data, file }: Replacement, options?: object) {
      const kept = keptKind(await service.findOne(id));
      return withChecked(strapi, [[file, {}]], async ([checked]) => {
        if (kept) refuseFile(replacementProblem(nameOf(file), checked.kind, kept));
        if (data.fileInfo?.name) refuseFile(renameProblem(data.fileInfo.name, checked.kind));
        return service.replace(id, { data, file: checked.file }, options);
      });
    },
    async updateFileInfo(id: Id, info: FileInfo, options?: object) {
      const kept = keptKind(await service.findOne(id));
      const problem = info.name && kept ? renameProblem(info.name, kept) : null;
      if (problem) refuse([{ path: ['name'], message: problem }]);
      return service.updateFileInfo(id, info, options);
    },
  }));
}

const keptKind = (file: StoredFile | null): Kind | null => file && kindOfName(`x${file.ext}`);

const nameOf = (file: Upload): string => file.originalFilename ?? '';

function refuseFile(problem: string | null): void {
  if (problem) throw new errors.ValidationError(problem);
}

/** Stores files once all of them have been found good, from a folder that is thrown away afterwards. */
async function withChecked<T>(
  strapi: Core.Strapi,
  uploads: [Upload, FileInfo][],
  store: (checked: [Checked, ...Checked[]]) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'checked-upload-'));
  try {
    const checked: Checked[] = [];
    for (const [index, [file, info]] of uploads.entries())
      checked.push(await check(strapi, file, info, path.join(directory, `${index}.svg`)));
    return await store(checked as [Checked, ...Checked[]]);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The file as it may be stored; `clean` is where an SVG is written anew. */
async function check(strapi: Core.Strapi, file: Upload, info: FileInfo, clean: string): Promise<Checked> {
  const name = nameOf(file);
  if (file.size === 0) refuseFile(emptyWords(name));
  if (file.size > UPLOAD_LIMIT) throw new errors.PayloadTooLargeError(tooLargeWords(name, file.size));
  const kind = await kindOfFile(file.filepath, name);
  if (!kind || contentProblem(name, kind)) throw new errors.ValidationError(contentProblem(name, kind) ?? '');
  if (info.name) refuseFile(renameProblem(info.name, kind));
  if (await isTwoThings(file.filepath, kind)) refuseFile(damagedWords(name, kind));
  const checked = { ...file, ...(kind === SVG && (await cleaned(file, clean))), detectedMimeType: kind.mime };
  const images = strapi.plugin('upload').service('image-manipulation') as ImageService;
  if (isPicture(kind) && (await images.isFaultyImage({ filepath: checked.filepath })))
    refuseFile(damagedWords(name, kind));
  return { file: checked, kind };
}

async function cleaned(file: Upload, clean: string): Promise<Pick<Upload, 'filepath' | 'size'>> {
  try {
    const svg = Buffer.from(cleanSvg(await readFile(file.filepath)));
    await writeFile(clean, svg);
    return { filepath: clean, size: svg.length };
  } catch (error) {
    if (!(error instanceof SvgError)) throw error;
    throw new errors.ValidationError(
      `“${nameOf(file)}” cannot be used as SVG: ${error.message}. Export it again as “plain SVG”.`,
    );
  }
}
