-- What stands half typed in the boxes of a draft also says whose it is: such drafts are marked anew.
UPDATE submission.draft SET person_marks = NULL WHERE typed <> '{}';
