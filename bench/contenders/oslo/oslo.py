"""The workload with oslo.versionedobjects.

Reads on standard input {"effort": {...}, "servers": {"texts": [...], "oldTexts": [...]}, "agents": {...}, "bad": [...]},
writes {task: {"ratio": ..., "microseconds": ...}}: the time of Python's own json by the task's, in process CPU time.
"""

import json
import statistics
import sys
import time

from oslo_versionedobjects import base, fields

POWER_STATES = ['NOSTATE', 'RUNNING', 'PAUSED', 'SHUTDOWN', 'CRASHED', 'SUSPENDED']
STATUSES = ['ACTIVE', 'BUILD', 'ERROR', 'PAUSED', 'SHUTOFF', 'SUSPENDED']
HOST_STATUSES = ['UP', 'DOWN', 'MAINTENANCE', 'UNKNOWN']
VNIC_TYPES = ['normal', 'direct', 'macvtap', 'baremetal']
OLD = {'Server': '1.4', 'Flavor': '1.1', 'Port': '1.0', 'Agent': '1.0'}
DATA = 'versioned_object.data'
VERSION = 'versioned_object.version'
CHANGES = 'versioned_object.changes'


class BenchObject(base.VersionedObject):
    OBJ_PROJECT_NAMESPACE = 'bench'


@base.VersionedObjectRegistry.register
class Flavor(BenchObject):
    VERSION = '1.2'
    fields = {
        'id': fields.IntegerField(),
        'name': fields.StringField(),
        'vcpus': fields.IntegerField(),
        'memoryMb': fields.IntegerField(),
        'diskGb': fields.IntegerField(),
        'isPublic': fields.BooleanField(),
        'rxtxFactor': fields.FloatField(),
        'description': fields.StringField(nullable=True),
    }

    def obj_make_compatible(self, primitive, target_version):
        super().obj_make_compatible(primitive, target_version)
        if target_version == '1.1':
            primitive.pop('description', None)


@base.VersionedObjectRegistry.register
class Port(BenchObject):
    VERSION = '1.0'
    fields = {
        'uuid': fields.UUIDField(),
        'networkId': fields.UUIDField(),
        'mac': fields.MACAddressField(),
        'ip': fields.IPV4AddressField(),
        'vnicType': fields.EnumField(valid_values=VNIC_TYPES),
        'mtu': fields.IntegerField(),
    }


@base.VersionedObjectRegistry.register
class Server(BenchObject):
    VERSION = '1.7'
    fields = {
        'uuid': fields.UUIDField(),
        'name': fields.StringField(),
        'description': fields.StringField(nullable=True),
        'status': fields.EnumField(valid_values=STATUSES),
        'powerState': fields.EnumField(valid_values=POWER_STATES),
        'hostStatus': fields.EnumField(valid_values=HOST_STATUSES, nullable=True),
        'hostname': fields.StringField(),
        'projectId': fields.StringField(),
        'imageId': fields.UUIDField(nullable=True),
        'availabilityZone': fields.StringField(nullable=True),
        'keyName': fields.StringField(nullable=True),
        'memoryMb': fields.IntegerField(),
        'load': fields.FloatField(),
        'price': fields.FloatField(),
        'progress': fields.IntegerField(),
        'locked': fields.BooleanField(),
        'autoRecover': fields.BooleanField(),
        'createdAt': fields.DateTimeField(),
        'updatedAt': fields.DateTimeField(),
        'tags': fields.ListOfStringsField(),
        'metadata': fields.DictOfStringsField(),
        'flavor': fields.ObjectField('Flavor'),
        'ports': fields.ListOfObjectsField('Port'),
    }

    def obj_make_compatible(self, primitive, target_version):
        super().obj_make_compatible(primitive, target_version)
        if target_version == '1.4':
            for name in ('hostStatus', 'progress', 'locked'):
                primitive.pop(name, None)
            primitive['imageRef'] = primitive.pop('imageId')
            primitive['powerState'] = POWER_STATES.index(primitive['powerState'])


@base.VersionedObjectRegistry.register
class Agent(BenchObject):
    VERSION = '1.1'
    fields = {
        'uuid': fields.UUIDField(),
        'host': fields.StringField(),
        'program': fields.StringField(),
        'alive': fields.BooleanField(),
        'reports': fields.IntegerField(),
        'build': fields.StringField(),
    }

    def obj_make_compatible(self, primitive, target_version):
        super().obj_make_compatible(primitive, target_version)
        if target_version == '1.0':
            primitive.pop('reports', None)


def upgrade_server(primitive):
    data = primitive[DATA]
    data['imageId'] = data.pop('imageRef')
    data['powerState'] = POWER_STATES[data['powerState']]
    data.update(hostStatus=None, progress=0, locked=False)
    data['flavor'][DATA]['description'] = None
    data['flavor'][VERSION] = '1.2'
    primitive[VERSION] = '1.7'
    return primitive


def upgrade_agent(primitive):
    primitive[DATA]['reports'] = 0
    primitive[VERSION] = '1.1'
    return primitive


def is_refused(primitive):
    try:
        Server.obj_from_primitive(primitive)
    except ValueError:
        return True
    return False


def make_tasks(given):
    servers, agents, bad = given['servers'], given['agents'], given['bad']
    server_objects = [Server.obj_from_primitive(json.loads(text)) for text in servers['texts']]
    agent_objects = [Agent.obj_from_primitive(json.loads(text)) for text in agents['texts']]
    prebuilt = {key: [json.loads(text) for text in texts] for key, texts in (
        ('encode', servers['texts']), ('backport', servers['oldTexts']),
        ('small encode', agents['texts']), ('small backport', agents['oldTexts']))}

    def dumps_at(objects, version):
        return lambda i: json.dumps(objects[i].obj_to_primitive(target_version=version, version_manifest=OLD))

    return {
        'encode': (lambda i: json.dumps(server_objects[i].obj_to_primitive()),
                   lambda i: json.dumps(prebuilt['encode'][i])),
        'backport': (dumps_at(server_objects, '1.4'), lambda i: json.dumps(prebuilt['backport'][i])),
        'decode, tracked': (lambda i: Server.obj_from_primitive(json.loads(servers['texts'][i])),
                            lambda i: json.loads(servers['texts'][i])),
        'decode old, tracked': (lambda i: Server.obj_from_primitive(upgrade_server(json.loads(servers['oldTexts'][i]))),
                                lambda i: json.loads(servers['oldTexts'][i])),
        'check bad': (lambda i: is_refused(bad[i]), lambda i: json.loads(servers['texts'][i])),
        'small encode': (lambda i: json.dumps(agent_objects[i].obj_to_primitive()),
                         lambda i: json.dumps(prebuilt['small encode'][i])),
        'small backport': (dumps_at(agent_objects, '1.0'), lambda i: json.dumps(prebuilt['small backport'][i])),
        'small decode': (lambda i: Agent.obj_from_primitive(json.loads(agents['texts'][i])),
                         lambda i: json.loads(agents['texts'][i])),
        'small decode old': (lambda i: Agent.obj_from_primitive(upgrade_agent(json.loads(agents['oldTexts'][i]))),
                             lambda i: json.loads(agents['oldTexts'][i])),
    }


def verify(tasks, given):
    """What is written must hold the data that were read; what is read must write the same again."""
    for index in range(len(given['bad'])):
        for kind, prefix in (('servers', ''), ('agents', 'small ')):
            text, old = given[kind]['texts'][index], given[kind]['oldTexts'][index]
            upgraded = {'servers': upgrade_server, 'agents': upgrade_agent}[kind](json.loads(old))
            decode, decode_old = ('decode, tracked', 'decode old, tracked') if prefix == '' else (
                'small decode', 'small decode old')
            expect(prefix + 'encode', json.loads(tasks[prefix + 'encode'][0](index)), json.loads(text))
            expect(prefix + 'backport', json.loads(tasks[prefix + 'backport'][0](index)), json.loads(old))
            expect(decode, tasks[decode][0](index).obj_to_primitive(), json.loads(text))
            expect(decode_old, tasks[decode_old][0](index).obj_to_primitive(), upgraded)
        if tasks['check bad'][0](index) is not True:
            raise AssertionError('check bad: the ip was not refused')


def expect(task, seen, expected):
    if strip(seen) != strip(expected):
        raise AssertionError('%s: expected %s, got %s' % (task, strip(expected), strip(seen)))


def strip(primitive):
    """Without the changes, from which the library loses a renamed field."""
    if isinstance(primitive, dict):
        return {key: strip(value) for key, value in primitive.items() if key != CHANGES}
    return [strip(item) for item in primitive] if isinstance(primitive, list) else primitive


def timed(run, count, samples):
    before = time.process_time()
    for call in range(count):
        run(call % samples)
    return (time.process_time() - before) * 1e6 / count


def calls_for(run, samples, effort):
    per_call = timed(run, 50, samples)
    per_call = timed(run, max(1, int(effort['warmUp'] * 1000 / 4 / per_call)), samples)
    return max(1, int(effort['window'] * 1000 / per_call))


def compare(tasks, samples, effort):
    ready = [(name, run, floor, calls_for(run, samples, effort), calls_for(floor, samples, effort), [], [])
             for name, (run, floor) in tasks.items()]
    for _ in range(effort['rounds']):
        for _, run, floor, calls, floor_calls, ratios, times in ready:
            floor_time = timed(floor, floor_calls, samples)
            times.append(timed(run, calls, samples))
            ratios.append(floor_time / times[-1])
    return {name: {'ratio': statistics.median(ratios), 'microseconds': statistics.median(times)}
            for name, _, _, _, _, ratios, times in ready}


def main():
    given = json.load(sys.stdin)
    tasks = make_tasks(given)
    verify(tasks, given)
    json.dump(compare(tasks, len(given['bad']), given['effort']), sys.stdout)


if __name__ == '__main__':
    main()
