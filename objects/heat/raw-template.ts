import { field, type Hooks, type Json, versioned } from '../../lib/index.js';
import { RawTemplateFiles } from './raw-template-files.js';
import { heat } from './registry.js';

/**
 * A template as the user sent it.
 *
 * - 1.1 keeps the files in an object of their own, because many templates share them
 */
@versioned<RawTemplate>('RawTemplate', '1.1', {
  registry: heat,
  retired: { files: field.dict(field.string(), { until: '1.1', nullable: true }) },
})
export class RawTemplate {
  @field.integer() id!: number;
  @field.json<Record<string, Json>>() template!: Record<string, Json>;
  @field.json<Record<string, Json>>({ nullable: true }) environment!: Record<string, Json> | null;
  @field.object(() => RawTemplateFiles, { since: '1.1', nullable: true })
  templateFiles!: RawTemplateFiles | null;

  static readonly obj_make_compatible: Hooks = {
    '1.1': {
      down: (data) => {
        const moved = data.template_files;
        data.files = moved && (moved.data.files ?? {});
      },
      up: (data, context) => {
        data.template_files = data.files && context.child(RawTemplateFiles, { id: null, files: data.files });
      },
      loses: ['template_files.id'],
    },
  };
}
