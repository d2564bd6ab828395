import * as z from 'zod';
import { failure, importTold, MOST_SENT, manyTold, workshopAnswers } from '../rules/partner-api/answers';
import { apiId, workshopGiven } from '../rules/partner-api/workshop';
import { SHEET_LIMIT } from '../rules/spreadsheet/limits';
import type { GetModel } from '../schema/model';
import { manyGiven, pageOptions, sheetOptions, writeOptions } from './asked';

type Json = Record<string, unknown>;

const MEGABYTE = 1024 * 1024;

/** The OpenAPI 3.1 document of the API: made of the content type and of the very schemas that read what is sent. */
export function openApiOf(getModel: GetModel, path: string, server: string | undefined): Json {
  const { one, saved, list } = workshopAnswers(getModel);
  const schemas = {
    Workshop: schemaOf(one),
    WorkshopGiven: schemaOf(workshopGiven(getModel), 'input'),
    WorkshopSaved: schemaOf(saved),
    WorkshopList: schemaOf(list),
    ManyGiven: schemaOf(manyGiven(getModel), 'input'),
    Many: schemaOf(manyTold),
    Import: schemaOf(importTold),
    Failure: schemaOf(failure),
  };
  const id = {
    name: 'id',
    in: 'path',
    required: true,
    schema: schemaOf(apiId),
    description: apiId.description,
  };
  const failures = (...statuses: number[]): Json =>
    Object.fromEntries(
      [401, 429, ...statuses].map((status) => [status, { description: WORDS[status], ...json('Failure') }]),
    );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Workshops of a Regional Partner',
      version: '1',
      description:
        'Makes, changes, calls off and lists the workshops of the Regional Partner whose token it is. The same again changes nothing. See docs/workshop-api.md.',
    },
    ...(server && { servers: [{ url: server }] }),
    security: [{ token: [] }],
    paths: {
      [`${path}/workshops`]: {
        get: {
          operationId: 'listWorkshops',
          summary: 'Your workshops, page by page',
          parameters: queryOf(pageOptions),
          responses: { 200: { description: 'A page of them', ...json('WorkshopList') }, ...failures(422) },
        },
        post: {
          operationId: 'saveWorkshops',
          summary: `Up to ${MOST_SENT} workshops at once, all or none`,
          parameters: queryOf(writeOptions),
          requestBody: { required: true, ...json('ManyGiven') },
          responses: { ...MANY, ...failures(400, 409, 413, 422) },
        },
      },
      [`${path}/workshops/{id}`]: {
        parameters: [id],
        get: {
          operationId: 'getWorkshop',
          summary: 'One workshop',
          responses: { 200: { description: 'The workshop', ...json('Workshop') }, ...failures(404, 422) },
        },
        put: {
          operationId: 'saveWorkshop',
          summary: 'Makes a workshop, or changes it',
          parameters: queryOf(writeOptions),
          requestBody: { required: true, ...json('WorkshopGiven') },
          responses: {
            200: { description: 'It is changed, or was so already', ...json('WorkshopSaved') },
            201: { description: 'It is made', ...json('WorkshopSaved') },
            ...failures(400, 409, 413, 422),
          },
        },
        delete: {
          operationId: 'cancelWorkshop',
          summary: 'Calls a workshop off. Its page stays, and says so',
          parameters: queryOf({ dryRun: writeOptions.dryRun }),
          responses: {
            200: { description: 'It is called off, or was already', ...json('WorkshopSaved') },
            ...failures(404, 409, 422),
          },
        },
      },
      [`${path}/imports`]: {
        post: {
          operationId: 'importSpreadsheet',
          summary: `A spreadsheet (.xlsx, .csv, .tsv) of up to ${SHEET_LIMIT / MEGABYTE} MB, all or nothing`,
          parameters: queryOf(sheetOptions),
          requestBody: { required: true, content: { 'application/octet-stream': {} } },
          responses: { ...MANY, ...failures(409, 413, 422) },
        },
      },
      [`${path}/imports/{id}`]: {
        get: {
          operationId: 'getImport',
          summary: 'How an import stands',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }],
          responses: { 200: { description: 'The import', ...json('Import') }, ...failures(404) },
        },
      },
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'ddp_…' } },
      schemas,
    },
  };
}

const json = (name: string): Json => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});

const MANY = {
  200: { description: 'All of it is done; with dryRun, what would be', ...json('Many') },
  202: { description: 'It goes on: ask at Location how it stands', ...json('Many') },
};

const WORDS: Record<number, string> = {
  400: 'It is no JSON',
  401: 'There is no token, or none that works',
  404: 'You have none with this id',
  409: 'An import of yours is under way: try again as Retry-After says',
  413: 'It is too large',
  422: 'Something is wrong with it, field by field; nothing is changed',
  429: 'There were too many calls: try again as Retry-After says',
};

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io }) as Json;
  return rest;
}

const queryOf = (options: Record<string, z.ZodType>): Json[] =>
  Object.entries(options).map(([name, option]) => ({
    name,
    in: 'query',
    required: false,
    description: option.description,
    schema: schemaOf(option, 'input'),
  }));
