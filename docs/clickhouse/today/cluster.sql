-- Replicated and sharded tables, in the place of schema.sql, for a cluster named `cando` with Keeper and the macros {shard} and {replica}.
-- NOT run by CanDo's tests. For one shard with copies, leave out the Distributed tables and name the others counts and people.

CREATE DATABASE IF NOT EXISTS cando ON CLUSTER cando;

CREATE TABLE IF NOT EXISTS cando.counts_local ON CLUSTER cando
(
    day Date,
    agent UUID,
    desk LowCardinality(String),
    pack LowCardinality(String),
    version LowCardinality(String),
    rule LowCardinality(String),
    revision UInt64,
    replies UInt32,
    words UInt32,
    `left` UInt32,
    discarded UInt32,
    flagged UInt32,
    mended UInt32,
    reworded UInt32,
    rewritten UInt32,
    undone UInt32,
    ignored UInt32,
    switchedOff UInt32,
    sent UInt32,
    dropped UInt32,
    replaced Array(String),
    times Array(UInt32),
    line UInt64 MATERIALIZED cityHash64(desk, pack, version, rule)
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/cando/counts', '{replica}', revision)
PARTITION BY toYYYYMM(day)
ORDER BY (day, agent, line)
TTL day + INTERVAL 25 MONTH DELETE;

CREATE TABLE IF NOT EXISTS cando.people_local ON CLUSTER cando
(
    agent UUID,
    team String,
    name String,
    revision UInt64
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/cando/people', '{replica}', revision)
ORDER BY agent;

-- All rows of an agent must lie on one shard: FINAL replaces within a shard alone.
CREATE TABLE IF NOT EXISTS cando.counts ON CLUSTER cando AS cando.counts_local
ENGINE = Distributed(cando, cando, counts_local, cityHash64(agent));

CREATE TABLE IF NOT EXISTS cando.people ON CLUSTER cando AS cando.people_local
ENGINE = Distributed(cando, cando, people_local, cityHash64(agent));

-- Agents and trainers are granted the Distributed tables, and, where queries go on as the one who asked, the local ones. An insert must be
-- answered only when its shard has it: add to the agents' profile distributed_foreground_insert = 1 CONST.
-- `agent IN (…)` holds lists of values and no subqueries, so that no GLOBAL is needed.
