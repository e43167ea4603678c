/** The JSON Schemas of the files of a package, by kind of file: what editors show, the check holds files to and the reference is made from. */
import block from '../block.schema.json' with { type: 'json' };
import checks from '../checks.schema.json' with { type: 'json' };
import example from '../example.schema.json' with { type: 'json' };
import manifest from '../manifest.schema.json' with { type: 'json' };
import migration from '../migrate.schema.json' with { type: 'json' };
import schema from '../schema.schema.json' with { type: 'json' };
import texts from '../texts.schema.json' with { type: 'json' };
import ui from '../ui.schema.json' with { type: 'json' };

export const definitionSchemas = { manifest, schema, ui, checks, texts, migration, block, example };
