import { workerData } from 'node:worker_threads';
import { DocumentError } from '../../../rules/document/document';
import { answerWith } from '../../reading/answer';
import { readDocument, type Source } from './read';

void answerWith(readDocument(workerData as Source), DocumentError);
