// DocumentModel
