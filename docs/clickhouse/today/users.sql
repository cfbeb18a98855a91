-- Users for a server of today (24.8 and later), after schema.sql. NOT run by CanDo's tests. Put passwords in.

-- Agents insert, and do nothing else: no grant lets them select, not even what they have written.
CREATE SETTINGS PROFILE IF NOT EXISTS cando_agents
    SETTINGS max_memory_usage = 200000000, max_execution_time = 30, async_insert = 1 CONST, wait_for_async_insert = 1 CONST;
CREATE USER IF NOT EXISTS cando_agent
    IDENTIFIED WITH sha256_password BY 'PASSWORD_OF_AGENTS'
    SETTINGS PROFILE 'cando_agents';
GRANT INSERT ON cando.counts TO cando_agent;
GRANT INSERT ON cando.people TO cando_agent;

-- Trainers select, and do nothing else.
CREATE SETTINGS PROFILE IF NOT EXISTS cando_trainers
    SETTINGS readonly = 1, max_query_size = 16000000, max_ast_elements = 1000000, max_expanded_ast_elements = 1000000,
    max_execution_time = 60, do_not_merge_across_partitions_select_final = 1;
CREATE USER IF NOT EXISTS cando_trainer
    IDENTIFIED WITH sha256_password BY 'PASSWORD_OF_TRAINERS'
    SETTINGS PROFILE 'cando_trainers';
GRANT SELECT ON cando.counts TO cando_trainer;
GRANT SELECT ON cando.people TO cando_trainer;

CREATE QUOTA IF NOT EXISTS cando_agents FOR INTERVAL 1 hour MAX queries = 100000 TO cando_agent;
