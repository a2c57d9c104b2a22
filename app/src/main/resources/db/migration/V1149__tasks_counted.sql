-- Guarding tasks anew took away that an export counts what its reader may not see.

call cordon.counted('task');
call cordon.counted('task_end');
