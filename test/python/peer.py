"""A Python service on the other end of a pipe: unmodified oslo.versionedobjects, with classes that are described to it.

One JSON command a line on standard input, one answer a line on standard output: `{"ok": ...}` or
`{"error": {"class", "message"}}`. While it receives, it may ask for a backport, `{"ask": {"primitive", "manifest"}}`; the next
line is the answer to that, `{"primitive": ...}` or `{"refused": "why"}`.

A world is what one service knows: a registry of classes, a base class and a serializer. A command says in which one it is meant.

    declare  {world, namespace, serial, classes}   makes the world
    rewrite  {world, primitive}                    obj_from_primitive, then obj_to_primitive
    make     {world, primitive, reset, touch}      an object by assignment; reset: as if it were stored; touch: fields set after that
    write    {world, primitive, target, manifest}  obj_from_primitive, then obj_to_primitive for an older reader
    receive  {world, primitive}                    through the serializer, which asks for a backport where it must
    manifest {world, name}                         obj_tree_get_versions: what this service would ask for
"""

import json
import logging
import sys
import warnings

try:
    from importlib.metadata import version

    from oslo_utils import timeutils
    from oslo_utils import versionutils
    from oslo_versionedobjects import base
    from oslo_versionedobjects import exception
    from oslo_versionedobjects import fields
except ImportError as error:
    print(json.dumps({'missing': str(error)}))
    sys.exit(0)

worlds = {}


class RangedInteger(fields.Integer):
    """An integer within bounds, as neutron's ports and VLANs are."""

    def __init__(self, bounds):
        self.bounds = bounds

    def coerce(self, obj, attr, value):
        number = fields.Integer.coerce(obj, attr, value)
        if not self.bounds[0] <= number <= self.bounds[1]:
            raise ValueError('%s is out of range in field %s' % (value, attr))
        return number


class NumberEnum(fields.Integer):
    """A closed list of numbers: oslo's own Enum turns all its values into text."""

    def __init__(self, valid_values):
        self.valid_values = valid_values

    def coerce(self, obj, attr, value):
        if value not in self.valid_values:
            raise ValueError('Field value %s is invalid' % value)
        return value


def make_type(described):
    name = described['type']
    values = described.get('valid_values')
    if values is not None:
        return fields.Enum(values) if all(isinstance(value, str) for value in values) else NumberEnum(values)
    if described.get('range') is not None:
        return RangedInteger(described['range'])
    if name == 'Object':
        return fields.Object(described['objname'], described.get('subclasses', False))
    if name in ('List', 'Set', 'Dict'):
        element = described['element']
        return getattr(fields, name)(make_type(element), nullable=element.get('nullable', False))
    if name == 'DateTime':
        return fields.DateTime(tzinfo_aware=described.get('tzinfo_aware', True))
    # A type of the service's own passes what it is given.
    return getattr(fields, name)() if described.get('oslo') else fields.FieldType()


def make_field(described):
    kind = described['type']
    options = {'nullable': described['nullable'], 'read_only': described['read_only']}
    if 'default' in described:
        options['default'] = described['default']
    if kind.get('transitions') is not None:
        states = type('States', (fields.StateMachine,), {
            'ALLOWED_TRANSITIONS': {value: kind['transitions'].get(value, []) for value in kind['valid_values']}})
        return states(kind['valid_values'], **options)
    # Only these two are looked into when a manifest is made and when children are written down.
    if kind['type'] == 'Object':
        return fields.ObjectField(kind['objname'], subclasses=kind.get('subclasses', False), **options)
    if kind['type'] == 'List' and kind['element']['type'] == 'Object' and not kind['element'].get('nullable'):
        element = kind['element']
        return fields.ListOfObjectsField(element['objname'], subclasses=element.get('subclasses', False), **options)
    return fields.Field(make_type(kind), **options)


def undo(data, change, serial):
    """Takes back one change of a class's history, as the hooks of real services do it."""
    field = change['field']
    if field not in data:
        return
    if change['op'] == 'remove':
        del data[field]
    elif change['op'] == 'rename':
        data[change['from']] = data.pop(field)
    elif change['op'] == 'text':
        data[field] = None if data[field] is None else str(data[field])
    elif change['op'] == 'unwrap':
        child = data.pop(field)
        data[change['to']] = child and child[serial + '.data'].get(change['member'], {})
    elif data[field] == change['value']:
        if change['op'] == 'replace':
            data[field] = change['by']
        elif change['op'] == 'drop':
            del data[field]
        else:
            raise exception.ObjectActionError(
                action='obj_make_compatible', reason='%s=%s not supported' % (field, change['value']))


def make_class(described, parent, serial):
    bases = {'first': (base.ObjectListBase, parent), 'last': (parent, base.ObjectListBase)}.get(
        described.get('list'), (parent,))
    for name in reversed(described['lineage']):
        bases = (type(name, bases, {}),)
    history = [(versionutils.convert_version_to_tuple(change['at']), change) for change in described['history']]

    def obj_make_compatible(self, primitive, target_version):
        super(cls, self).obj_make_compatible(primitive, target_version)
        target = versionutils.convert_version_to_tuple(target_version)
        for at, change in sorted(history, key=lambda entry: entry[0], reverse=True):
            if target < at:
                undo(primitive, change, serial)

    cls = type(described['name'], bases, {
        'VERSION': described['version'],
        'fields': {field['name']: make_field(field) for field in described['fields']},
        'obj_make_compatible': obj_make_compatible,
    })
    return cls


class Peers(base.VersionedObjectIndirectionAPI):
    """The services that know newer versions: whoever holds the other end of the pipe."""

    def __init__(self, parent):
        self.parent = parent

    def object_backport_versions(self, context, objinst, object_versions):
        print(json.dumps({'ask': {'primitive': objinst, 'manifest': object_versions}}), flush=True)
        answer = json.loads(sys.stdin.readline())
        if 'refused' in answer:
            raise exception.UnsupportedObjectError(answer['refused'])
        return self.parent.obj_from_primitive(answer['primitive'])


def enter(world):
    """From here on the registry is that of the world; the library has one for all."""
    base.VersionedObjectRegistry()
    base.VersionedObjectRegistry._registry._obj_classes = worlds[world]['classes']
    return worlds[world]['base']


def declare(world, namespace, serial, classes):
    parent = type('Base', (base.VersionedObject,), {
        'OBJ_SERIAL_NAMESPACE': serial, 'OBJ_PROJECT_NAMESPACE': namespace})
    serializer = type('Serializer', (base.VersionedObjectSerializer,), {'OBJ_BASE_CLASS': parent})
    worlds[world] = {'classes': base.collections.defaultdict(list), 'base': parent, 'serializer': serializer()}
    enter(world)
    for described in classes:
        base.VersionedObjectRegistry.register(make_class(described, parent, serial))
    return len(classes)


def native(field_type, value, parent):
    """What a caller would assign for the wire form of a value."""
    if value is None:
        return None
    if isinstance(field_type, fields.Object):
        return build(parent, value)
    if isinstance(field_type, fields.Dict):
        return {key: native(field_type._element_type._type, item, parent) for key, item in value.items()}
    if isinstance(field_type, (fields.List, fields.Set)):
        items = [native(field_type._element_type._type, item, parent) for item in value]
        return set(items) if isinstance(field_type, fields.Set) else items
    if isinstance(field_type, fields.DateTime):
        return timeutils.parse_isotime(value)
    return value


def build(parent, primitive):
    serial = parent.OBJ_SERIAL_NAMESPACE
    made = parent.obj_class_from_name(primitive[serial + '.name'], primitive[serial + '.version'])()
    for name, value in primitive[serial + '.data'].items():
        setattr(made, name, native(made.fields[name]._type, value, parent))
    return made


def rewrite(world, primitive):
    return enter(world).obj_from_primitive(primitive).obj_to_primitive()


def make(world, primitive, reset=False, touch=()):
    made = build(enter(world), primitive)
    if reset:
        made.obj_reset_changes(recursive=True)
    for name in touch:
        setattr(made, name, getattr(made, name))
    return made.obj_to_primitive()


def write(world, primitive, target, manifest=None):
    found = enter(world).obj_from_primitive(primitive)
    return found.obj_to_primitive(target_version=target, version_manifest=manifest)


def receive(world, primitive):
    parent = enter(world)
    parent.indirection_api = Peers(parent)
    return worlds[world]['serializer'].deserialize_entity(None, primitive).obj_to_primitive()


def manifest(world, name):
    enter(world)
    return base.obj_tree_get_versions(name)


commands = {command.__name__: command for command in (declare, rewrite, make, write, receive, manifest)}


def answer(line):
    command = json.loads(line)
    try:
        return {'ok': commands[command.pop('do')](**command)}
    except Exception as error:
        return {'error': {'class': type(error).__name__, 'message': str(error)}}


if __name__ == '__main__':
    logging.disable(logging.CRITICAL)
    warnings.simplefilter('ignore')
    print(json.dumps({'ready': version('oslo.versionedobjects')}), flush=True)
    for line in iter(sys.stdin.readline, ''):
        print(json.dumps(answer(line)), flush=True)
