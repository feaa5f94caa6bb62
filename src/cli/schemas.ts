import './mistakes.ts';
import site from '../publication/site.config.ts';
import { writeEditorFiles } from './editor-files.ts';
import { root } from './paths.ts';
import { readArguments } from './say.ts';

/* `npm run schemas`: writes what editors know of the content's files, after the contract has changed. */

readArguments({}, 'npm run schemas');
writeEditorFiles(root, site);
